/** Words of source code and prose, the commonest. Written by src/build/train.ts; read by src/judge/words.ts. */
export const WORDS =
  'abcdefghijklm abcdefghijklmn abcm abfnrtv able abort aborted aborting about above absent absolute abspath abstract ' +
  'abstractmetho accept accepted accepting accepts access accessed accessible accessing accessor according accordingly ' +
  'account acos across action actions activate active actual actually adapted adapter added adding addition additional ' +
  'additionally address addresses adds adjacent adjust admin advance advanced advised affect after again against agent ' +
  'aggregate agreement ahead algorithm algorithms alias aliases align alive alloc allow allowed allowing allows ally almost ' +
  'alone along alongside alpha alphabet alphas already also alternate alternative although always ambient ambiguous among ' +
  'amount analyse analysis analyze anchor anchors angle annotated annotation annotations anonymous another ansi answer ' +
  'answers anything anyway anywhere apache appear appears append appended apple applicable application applications applied ' +
  'applies apply applying approach appropriate arbitrary arch architecture archive area aren args argument arguments argv ' +
  'arising arithmetic arity around array arrays arrow artifact ascii asdf asin asking assembly assert assertion assertions ' +
  'asserts asset assets assign assigned assigning assignment assignments associated assume assumed assumes assuming ' +
  'asterisk asymmetric async asynchronous asynchronousl atan atom atomic attach attached attempt attempting attempts attr ' +
  'attribute attributes attrs augment auth authenticate authenticatio authentication author authority authorization ' +
  'authorized authors auto automatic automatically available avoid avoids await awaited aware away babel back backend ' +
  'backends background backslash backslashes backtick backward backwards badge bail banner bare base based basename bash ' +
  'basic basically basis batch bdist because become becomes been before begin beginning begins behave behaves behavior ' +
  'behaviour behind being belong belongs below bench benchmark best beta better between beyond bgcolor bigint binaries ' +
  'binary bind binding bindings biome bits black blank blob block blocking blocks blue body bold bool boolean border boston ' +
  'both bottom bound boundary bounds brace bracket brackets branch branches brand branded break breaking breaks bright ' +
  'broken browser browsers buffer buffered buffers bugs build builder building builds built builtin builtins bundle bundled ' +
  'bundler business bygroups bypass byte bytearray bytes cache cached caches caching calculate calculated calendar call ' +
  'callable callback callbacks called callee caller calling calls cancel candidate candidates cannot canonical canonicalize ' +
  'caps capture card care careful carriage carries carry carrying case cases cast catalog catch catchall category caught ' +
  'cause caused causes causing ceil cell cells center cert certain certificate chai chain chained change changed changes ' +
  'changing channel char character characters charge chars charset chat chdir check checked checker checking checkout ' +
  'checks chema child children chmod choice choices chomp choose chrome chunk chunks cidr cidrv cipher ciphers circle ' +
  'circular claim claims clamped class classes classic classmethod classname clause clean cleanup clear cleared clears ' +
  'client clients clip clock clone cloned close closed closes closing closure cloudflare code codec codes coding coerce ' +
  'coerced collapse collect collected collection collections collector colon color colors column columns combination ' +
  'combine combined come comes comma command commands comment comments commit common commonjs commonly communications comp ' +
  'compact comparator compare compared comparing comparison compat compatibility compatible compilation compile compiled ' +
  'compiler compilers compiles compiling complete completed completely completion complex compliance compliant component ' +
  'components compose composer compound compress compressed compression compute computed computes computing concat ' +
  'concatenate concrete concurrency concurrent condition conditional conditions conf config configs configurable ' +
  'configuration configure configured confirm conflict conflicts conjunction conn connect connected connecting connection ' +
  'connections consecutive consequential consider considered consistent console const constant constants constraint ' +
  'constraints construct constructed constructing construction constructor constructors constructs consume consumed ' +
  'consumer consumers contain contained container containers containing contains content contents context contextlib ' +
  'contextmanage contexts contextual continuation continue contract contributor contributors control controller controls ' +
  'convenience convention conversion convert converted converter converting converts convex cookie copied copies copy ' +
  'copying copyright core corporation correct correctly corresponding corresponds cosh cost costs could count counted ' +
  'counter counters counting counts cover coverage covered covers cpython create created creates creating creation ' +
  'credentials credit critical cross crypto cryptography ctrl cuid curly curr currency current currently cursor curve ' +
  'custom customize cyan cycle cycles cyclic damage damages dark darwin dash data database date datetime days deal dealings ' +
  'debian debug debugger debugging decide decimal decl declaration declarations declarator declare declared decode decoded ' +
  'decoder decoding decorate decorated decorator decorators dedent deep default defaultdict defaulted defaults defer ' +
  'deferred define defined defines defining definite definitely definition definitions defs delay delegate delete deleted ' +
  'deliberately delimited delimiter delimiters delitem delta demand deno depend dependencies dependency dependent depending ' +
  'depends deprecated deprecation deps depth derive derived desc descending describe described describes describing ' +
  'description descriptor descriptors design designed desired dest destination destroy detached detail detailed details ' +
  'detect detected detecting detection detector determine determined determines determining developer developers ' +
  'development device diag diagnostic diagnostics dict dictionary didn diff difference differences different differently ' +
  'digest digit digits direct direction directive directives directly directories directory dirname dirs dirty disable ' +
  'disabled disables disabling disallow disc discard discarded disconnect discriminated discriminator disk dispatch ' +
  'dispatcher display displayed disposable dispose dist distance distinct distinguish distribute distributed distribution ' +
  'distributions distro distutils divisor docs docstring document documentation documents does doesn doing domain done ' +
  'dotall dots dotted double down download downloaded downloads draft draw drive drop dropped drops dual dummy dump dumps ' +
  'duplex duplicate duplicated duplicates duration durations during dynamic dynamically each earlier early easier easily ' +
  'easy echo ecma edge edges edit editable editor effect effective effects either elem element elements elif ellipsis else ' +
  'elseif elsewhere email embed embedded emit emits emitted emitter emitting emoji emph empty enable enabled enablers ' +
  'enables enclosing encode encoded encoder encoding encodings encountered encrypt encryption endif ending endpoint ' +
  'endregion ends endswith enforce engine english enoent enough ensure ensures ensuring enter entire entirely entity ' +
  'entries entry enum enumerable enumerate enums environ environment environments epoch equal equality equals equivalent ' +
  'erase errno error errors esbuild escape escaped escapes escaping eslint eval evaluate evaluated even event events ' +
  'eventually ever every everything exact exactly example examples exceeded exceeds except exception exceptions exchange ' +
  'exclamation exclude excluded excludes excluding exclusion exclusive exec execa executable execute executed executes ' +
  'executing execution executor exer exist existence existing exists exit exited exiting exits expand expanded expansion ' +
  'expect expected expects expensive experimental expires explicit explicitly explorer exponent export exported exports ' +
  'expose exposed exposes expr express expression expressions exprs extend extended extends extension extensions extern ' +
  'external extname extra extract extracted extracting extracts extras fact factor factory fail failed failing fails ' +
  'failure failures fake fall fallback falling falls false falsy family fancy fast faster fatal feature features feed fetch ' +
  'fetched ffff field fields fifth figure file filename filenames filepath files filesystem fill filled filter filtered ' +
  'filters final finalize finalized finally find finder finding finditer finds fine finish finished finite fire first ' +
  'fitness fixed fixes fixme flag flags flat flatten flattened float floating floor flow flush fold folded folder follow ' +
  'followed following follows font footer force forces foreach foreign fork form format formats formatted formatter ' +
  'formatters formatting formed forms forward found foundation four fraction fractional fragment fragments frame frames ' +
  'framework franklin free freeze fresh friendly from front frozen frozenset fulfilled full fullname fully func function ' +
  'functionality functions functools furnished further future gamma garbage general generally generate generated generates ' +
  'generating generation generator generators generic getattr getcwd getenv getitem gets getter getters gettext getting ' +
  'getvalue github githubusercon gitignore give given gives giving glob global globally globals globs goes going good ' +
  'google goto governing grammar grant granted graph gray greater green grid group groups guaranteed guard guards guess ' +
  'guid guide guides gzip hack half hand handle handled handler handlers handles handling happen happens hard hasattr hash ' +
  'hashbang hashes hashlib hasn have having hazmat head header headers heading heap height held hello help helper helpers ' +
  'helpful helps here hereby herebyfile heredoc heritage hexadecimal hidden hide hierarchy high higher highest highlight ' +
  'highlighted highlighting hint hints history hold holder holders holds home hook hooks hope horizontal host hostname ' +
  'hosts hour hours however href html http httpe httplib https human iban icon idea ident identical identified identifier ' +
  'identifiers identify identity idle ietf ignore ignorecase ignored ignores ignoring illegal image immediate immediately ' +
  'immutable impl implement implementatio implementation implemented implementing implements implicit implicitly implied ' +
  'implies import important imported importer importing importlib imports impossible improve incidental include included ' +
  'includes including inclusive incoming incompatible incomplete inconsistent incorrect increase increment incremental ' +
  'indent indentation indented independent index indexed indexes indicate indicated indicates indicating indicator indices ' +
  'indirect individual infer inference inferred infinite infinity infix info information infringement inherit inheritance ' +
  'inherited inherits init initial initializatio initialize initialized initializer inject inline inlined inner inout input ' +
  'inputs insensitive insert inserted insertions inside inspect inspector inspired inst install installation installed ' +
  'installer installing installs instance instanceof instances instantiate instantiated instantiation instead integer ' +
  'integers intended interactive intercept interceptor interface interfaces internal internally internals interop interp ' +
  'interpol interpolation interpret interpreted interpreter interrupt interruption intersect intersection interval intl ' +
  'into intrinsic introduced introspection invalid invalidate inverse invert invocation invoke invoked invokes invoking ' +
  'isabs isatty isdir isfile isinstance isod isolated isos isot issubclass issue issued issuer issues istanbul italic item ' +
  'items iter iterable iterate iteration iterations iterator itertools itself java javascript jest jitless join joined json ' +
  'jsonc jsonp jsons jump just keep keeping keeps kept kernel keyboard keyed keyof keys keyword keywords kill kind kinds ' +
  'knip know known knows ksuid kwargs label labeled labels lambda lang language languages large larger last late later ' +
  'latest latin latter layer layout lazily lazr lazy lead leading leaf leak leakage leaks least leave leaves leaving left ' +
  'legacy legal lement length lengths less lesser lets letter letters level levels lexer lexers lexicographic liability ' +
  'liable libraries library license licensed licenses light like likely limit limitation limitations limited limits line ' +
  'linear lineno lines link linkcode linked links lint linux list listdir listed listen listener listeners listening ' +
  'listing lists literal literals little live lives load loaded loader loaders loading loads local locale locales localhost ' +
  'locally locals locate located location locations lock logger logging logic logical login logo logs long longer longest ' +
  'look lookahead looking looks lookup lookups loop loose loss lost lower lowercase lstrip machine macro macros made ' +
  'magenta magic mail main maintain major make makes making malformed manage managed manager mandatory manifest manual ' +
  'manually many mapped mapper mapping mappings maps margin mark markdown marked marker markers marks markup mask master ' +
  'match matched matcher matches matching materials math matrix matter maximum maxsize maybe mean meaning meaningful means ' +
  'meant measure measured measurement mechanism media median medium member members memo memoizer memory menu merchantabilit ' +
  'merge merged merging message messages meta metaclass metadata meth method methods micro microsoft middle might ' +
  'milliseconds mime mimetypes mini minify minimal minimum minor minus minute minutes mirror misc mismatch missing mixed ' +
  'mixin mkdir mock mocked mocker mocks mode model models modern modes modification modified modifier modifiers modify ' +
  'modifying module modules monkey month more most mostly move moved moves mozilla much multi multiline multipart multiple ' +
  'must mutable mutate name named names namespace namespaced namespaces naming nano nanoid narrow native nearest ' +
  'necessarily necessary need needed needs negated negative negligence neither nest nested nesting netloc netscape network ' +
  'never newer newline newlines newly next nice node nodejs nodes nonce none nonempty noninfringemen nonnegative ' +
  'nonoptional nonpositive noop nopqrstuvwxyz noqa norm normal normalize normalized normally normcase normpath notation ' +
  'note notes nothing notice notify npmjs npmx null nullable nullish number numbers numeric nums oauth oauthlib object ' +
  'objects obtain obtained obtaining occur occurred occurs octal offset offsets often older omit omitted omponent once ones ' +
  'online only onto opaque open openapi opened opening openssl operand operating operation operations operator operators ' +
  'opqrstuvwxyz optimization optimize optimized optin option optional optionally options optparse opts orange order ordered ' +
  'ordering ordinary orig origin original originally other others otherwise outer outfile output outputs outside over ' +
  'overflow overhead overlap overload overridden override overrides overriding overwrite overwritten owned owner owns pack ' +
  'package packages packaging packed padded padding page pages pair pairs panel paragraph parallel paralleldrive param ' +
  'parameter parameters params paren parent parentheses parenthesized parents parse parsed parser parsers parses parsing ' +
  'part partial partially particular partition parts party pass passed passes passing passthrough password past patch ' +
  'patched path pathe pathlib pathname paths pattern patterns pause payload peek peer pending people percent perf perform ' +
  'performance performed performs perhaps period permission permissions permit permitted person persons phase pick ' +
  'picomatch pilgrim pipe pipeline pipes place placeholder places plain plat platform platforms play please plugin plugins ' +
  'plus pnpm point pointer points policy poll poly pool populate port portion portions position positional positions ' +
  'positive posix possibility possible possibly post postcss postfix potential potentially power pragma preceded precedence ' +
  'preceding precision predefined predicate prefault prefer preferred prefix prefixed prefixes preload prepare prepared ' +
  'prepend prepended preproc preprocess preprocessor presence present preserve preserved preserves preserving preset ' +
  'prettier prettify pretty prev prevent prevents preview previous previously primary primitive primitives print printable ' +
  'printed printer printing prints prior priority private probably problem problems proc procedure proceed process ' +
  'processed processes processing processor processors prod produce produced produces product production products profile ' +
  'profits prog program programming progress project projects promise promises promote prompt prop proper properly ' +
  'properties property props protected proto protocol prototype provide provided provider providers provides providing ' +
  'proxy pseudo public publish published pull punctuation pure purpose purposes push pygments pypa pyparsing pypi pyproject ' +
  'pypy python qualified queries query question queue queued quiet quit quite quote quoted quotes race raise raised raises ' +
  'rand random range ranges rather ratio reach reached reaches reaching react read readable readdir reader reading readline ' +
  'readme readonly reads ready real really realm realpath reason reasons rebuild receive received receiver receives ' +
  'receiving recent recognized recommended record recorded records recursion recursive recursively redirect redirection ' +
  'redirects redistribute reduce refer reference referenced references refers refine refinement refinements reflect refresh ' +
  'refs regardless regex regexes regexp region register registered registers registration registries registry regular ' +
  'reject rejected rejection rejects related relative release released releases relevant reload rely remain remainder ' +
  'remaining remember remote removal remove removed removes removing rename renamed render renderable rendered rendering ' +
  'repeat repeated repl replace replaced replacement replacements replacer replaces replacing repo report reported reporter ' +
  'reporters reporting reports repository repr represent representatio represented representing represents reproduce reqs ' +
  'request requested requests require required requirement requirements requires reserved reset resize resolution resolve ' +
  'resolved resolver resolvers resolves resolving resource resources resp respect respective response responses responsible ' +
  'rest restart restore restrict restriction result resulting results resume retain retained retries retrieve retry return ' +
  'returned returning returns reuse reused reverse reversed rewrite rewritten rich right rights rmdir rolldown rollup root ' +
  'roots rotate round route rows rror rstrip rtype rule rules runner running runs runtime rust safe safely same sample ' +
  'sanity sass satisfied satisfies satisfy save saved says scalar scalars scale scan scanner scanning schedule schema ' +
  'schemas scheme schemes scope scoped scopes score screen script scripts scroll scss sdist seal search searched searching ' +
  'second seconds secret section sections secure security seed seek seems seen sees segment segments select selected ' +
  'selection selector self sell semantic semantics semi semicolon send sending sends sense sensitive sent sentinel separate ' +
  'separated separately separator separators sequence sequences serial serializable serialization serialize serialized ' +
  'series serve server servers service services session setattr setdefault setitem sets setter setting settings settled ' +
  'setup setuptools several severity shadow shall shallow shape shapes share shared shares sharing shebang shell shields ' +
  'shift shim short shortcut shorter shorthand should shouldn show shown shows shutdown shutil sibling side sigint sign ' +
  'signal signals signature signatures signed significant signing silent silently similar similarly simple simplify simply ' +
  'since sindresorhus single sinh site situations sizable size sizes sizing skip skipped skipping skips slash sleep slice ' +
  'slightly slot slots slow slower small smaller snapshot snapshots socket soft software some someone something sometimes ' +
  'sort sorted sorting sound source sourcemap sources space spaces span spans spawn spawning spdx spec special specific ' +
  'specifically specification specified specifier specifiers specifies specify specifying specs speed splice split splitext ' +
  'splitlines spread sqrt square stable stack stacklevel stacktrace standalone standard star start started starting starts ' +
  'startswith stat state statement statements states static statically staticmethod stats status stay stays stderr stdin ' +
  'stdio stdout step steps still stop stopped stops storage store stored stores storing strategy stream streams strict ' +
  'strictly string stringified stringify strings strip stripped strips strong struct structure structured structures stub ' +
  'stuff style styles subarray subclass subclasses subheading subject sublicense submodule subpath subprocess subsequent ' +
  'subset substantial substitute substitution substr substring subtree succeed succeeds success successful successfully ' +
  'such suffix suffixes suitable suite suites summary super superset supplied supply support supported supporting supports ' +
  'suppress suppressed sure surface surrogate surrounding swap switch symbol symbolic symbols symlink symlinks sync ' +
  'synchronous synchronously syntax synthetic sysconfig system systems table tables tabs tagged tags tail take taken takes ' +
  'taking tanh target targets task tasks team teardown technically tell tells temp tempfile template templates temporal ' +
  'temporary tent term terminal terminate terminated terms test tested testing tests text textwrap than that their them ' +
  'theme themselves then theory there therefore these they thing things think third this those though thread threading ' +
  'threads three threshold through throw throwing thrown throws thus tick tied tilde time timed timeout timer timers times ' +
  'timestamp timestamps timezone timing title tmpdir todo together toggle token tokenize tokens tokensource toml tool tools ' +
  'tort total touch trace traceback traces track tracking trailing traits transfer transform transformatio transformed ' +
  'transformer transforms translate translated transparent transport traversal travis treat treated treats tree tried tries ' +
  'trigger triggered trim trimmed tring trip trivia true trunc truncate truncated trusted truthy trying tsconfig ttype ' +
  'tuple tuples turn turns twice type typed typedef typeof types typescript typical typically typing typings ubuntu uint ' +
  'ulid unable unary unauthorized unavailable unchanged undef undefined under underline underlying underscore undo unescape ' +
  'unexpected unhandled unicode uniform uninstall union unions unique unit units universal unix unknown unless unlike ' +
  'unlink unload unnecessary unpack unpacked unprocessed unreachable unrecognized unref unresolved unsafe unset unshift ' +
  'unsigned unspecified unsupported until unused unwrap update updated updates updating upgrade upload upon upper uppercase ' +
  'uration uric urlencoded urllib urlparse urls urlt usable usage used useful user username users uses using usually util ' +
  'utilities utility utils uuid uuidv valid validate validated validates validating validation validator value values ' +
  'variable variables variance variant variants various vars vector vendor venv verb verbatim verbose verbosity ' +
  'verification verify version versionadded versions vertical very view virtual virtualenv visible visit visited visitor ' +
  'visitors visual vite vitest void vscode wait waiting walk walks want wants warn warning warnings warranties warranty ' +
  'wasm watch ways weak webpack weight well were what whatever wheel wheels when whenever where whether which while white ' +
  'whitespace whole whom whose wide width wiki wikipedia wildcard will window windows wins wish with within without word ' +
  'words work workaround worker workers workflows working works workspace workspaces world worth would wrap wrapped wrapper ' +
  'wrappers wrapping wraps writable write writeable writer writes writing written wrong yaml yamle yamlm yamls yarn year ' +
  'yellow yield yields your zero zipfile zone'

/** A small web app, twice: with a fault for every point that the program judges, and mended. Secrets are drawn by the sampler. */

export type Files = Readonly<Record<string, string>>

/** Committed. What is said of `.env` files on the disk stands apart: git must not have them. */
export const FAULTY: Files = {
  '.env': 'SECRET_KEY={base62:40}\nDB_PASSWORD={base62:40}\n',
  '.env.example': 'SECRET_KEY={base62:40}\n',
  '.gitignore': 'node_modules\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  test:\n    steps:\n      - uses: actions/checkout@v5\n      - run: npm test\n      - run: echo "${{ secrets.DEPLOY_KEY }}"\n      - run: docker build --build-arg NPM_TOKEN=${{ secrets.NPM_TOKEN }} .\n',
  Dockerfile: 'FROM node:latest\nARG NPM_TOKEN\nENV SMTP_PASSWORD={base62:20}\nCOPY . .\nCMD ["node", "src/server.js"]\n',
  'docker-compose.yml':
    'services:\n  db:\n    image: postgres:17.2\n    privileged: true\n    network_mode: host\n    environment:\n      POSTGRES_PASSWORD: ${DB_PASSWORD}\n    ports:\n      - "5432:5432"\n',
  'docker-compose.prod.yml': 'services:\n  web:\n    environment:\n      NODE_ENV: development\n      ADMIN_PASSWORD: changeme\n',
  'k8s/secret.yaml': 'apiVersion: v1\nkind: Secret\nstringData:\n  smtp: {base62:20}\n',
  'logs/app.log': 'started\nlogin of {lower:6}.{lower:8}@gmail.com\n',
  'package.json': '{ "name": "shop", "dependencies": { "express": "^5.0.0" } }\n',
  'README.md': 'Ask {lower:6}.{lower:8}@gmail.com.\n',
  'src/server.js': [
    "app.use(cors({ origin: '*', credentials: true }))",
    'app.use(session({ cookie: { httpOnly: false } }))',
    "app.get('/debug/state', dump)",
    "const pool = new Pool({ connectionString: 'postgres://db.acme.io/shop?sslmode=disable' })",
    'const agent = new Agent({ rejectUnauthorized: false })',
    "const digest = createHash('md5').update(user.password).digest('hex')",
    "const token = jwt.sign({ id }, process.env.JWT_SECRET, { expiresIn: '365d' })",
    "const stripe = new Stripe('sk_live_{base62:24}')",
    '',
  ].join('\n'),
  'web/settings.py': 'DEBUG = True\n',
}

/** On the disk, ignored by git. TWICE is one secret. */
export const FAULTY_ENV: Files = {
  '.env.local':
    'API_KEY={base62:32}\nMCP_AUTH_TOKEN=opensesame\nJWT_SECRET=rainy-tuesday-in-the-garden-of-words\nDATABASE_URL=postgres://shop:garden@db/shop\n',
  '.env.production': 'ENVIRONMENT=development\nDEBUG=True\nSECRET_KEY=short\nMAIL_TOKEN=TWICE\nCHAT_TOKEN=TWICE\n',
}

export const MENDED: Files = {
  '.env.example': 'SECRET_KEY=\nDB_PASSWORD=\nMCP_AUTH_TOKEN=\nJWT_SECRET=\n',
  '.gitignore': 'node_modules\n.env\n.env.*\n!.env.example\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  test:\n    steps:\n      - uses: actions/checkout@{hex:40} # v5\n      - run: npx leakgate audit --history\n      - run: npm test\n',
  Dockerfile: 'FROM node:24.11-slim\nCOPY . .\nUSER node\nCMD ["node", "src/server.js"]\n',
  'docker-compose.yml':
    'services:\n  db:\n    image: postgres:17.2\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n    networks: [backend]\n',
  'docker-compose.prod.yml': 'services:\n  web:\n    environment:\n      NODE_ENV: production\n',
  'package.json': '{ "name": "shop", "dependencies": { "express": "^5.0.0" } }\n',
  'package-lock.json': '{ "lockfileVersion": 3 }\n',
  'README.md': 'Ask the team.\n',
  'SECURITY.md': 'Write to security@acme.io.\n',
  'src/server.js': [
    "app.use(cors({ origin: 'https://shop.acme.io', credentials: true }))",
    "const token = jwt.sign({ id }, process.env.JWT_SECRET, { expiresIn: '15m' })",
    '',
  ].join('\n'),
  'web/settings.py': 'DEBUG = os.environ.get("DEBUG") == "True"\n',
}

export const MENDED_ENV: Files = {
  '.env': 'SECRET_KEY={base62:64}\nDB_PASSWORD={base62:40}\nMCP_AUTH_TOKEN={base62:48}\nJWT_SECRET={base62:48}\n',
  '.env.production': 'ENVIRONMENT=production\nDEBUG=False\n',
}

/** SKIP, as hook managers have it: the names of hooks that are to pass, separated by commas. */
export const isInSkip = () => (process.env.SKIP ?? '').split(',').some((one) => one.trim() === 'leakgate')

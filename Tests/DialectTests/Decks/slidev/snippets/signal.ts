export const unusedHelper = 1
// #region core
export function signal(v) {
  const subs = new Set()
  return { get: () => v, subs }
}
// #endregion core

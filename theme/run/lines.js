/* Which lines of two texts differ: the longest common subsequence stays, the rest is marked. */

const MOST = 400;
/* Lines; longer texts are compared line by line, as the table of pairs would be large. */

/** For both texts, for each line whether it is in the other as well. same: whether two lines count as equal. */
export const differing = (one, other, same = (a, b) => a === b) => {
  const [a, b] = [one, other].map((text) => text.replace(/\n$/, "").split("\n"));
  if (a.length > MOST || b.length > MOST) {
    return [a.map((line, n) => !same(line, b[n] ?? "")), b.map((line, n) => !same(line, a[n] ?? ""))];
  }
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] = same(a[i], b[j]) ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const found = [a.map(() => true), b.map(() => true)];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(a[i], b[j])) found[0][i++] = found[1][j++] = false;
    else if (length[i + 1][j] >= length[i][j + 1]) i++;
    else j++;
  }
  return found;
};

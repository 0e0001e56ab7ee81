/** The next key of this sort that is not taken: "stage1", "stage2" … */
export function freshKey(sort: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${sort}${number}`)) number++;
  return `${sort}${number}`;
}

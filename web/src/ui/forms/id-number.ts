const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** A Chinese resident's identity number: 18 characters, a day that exists, and the right check digit. */
export function isIdNumber(text: string): boolean {
  const number = text.toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return false;
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(number[index]), 0);
  return CHECKS[sum % 11] === number[17];
}

/** Mainland mobile and landline numbers as they are typed, or any number with its country. */
export function isPhone(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/[\s()-]/g, "");
  return /^(\+\d{7,15}|1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7})$/.test(plain);
}

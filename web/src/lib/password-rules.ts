/** What the server demands of a password (10 characters, not the login), and an honest hint at how hard it is to guess. */

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** Fewer different characters than this is a pattern: "aaaaaaaaaa", "1212121212". */
const MIN_DIFFERENT = 4;

export type PasswordFlaw = "tooShort" | "tooLong" | "isLogin" | "repeats";
export type PasswordStrength = "weak" | "fair" | "good";

export function passwordFlaw(password: string, login = ""): PasswordFlaw | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "tooShort";
  if (length > PASSWORD_MAX) return "tooLong";
  if (login !== "" && plain(password) === plain(login)) return "isLogin";
  if (new Set(password).size < MIN_DIFFERENT) return "repeats";
  return null;
}

/** Length counts most, variety second; a run such as 12345678 or abcdefgh counts as one character. */
export function passwordStrength(password: string, login = ""): PasswordStrength {
  if (passwordFlaw(password, login) !== null) return "weak";
  const score = effectiveLength(password) + 2 * (kinds(password) - 1);
  if (score >= 16) return "good";
  return score >= 11 ? "fair" : "weak";
}

function effectiveLength(password: string): number {
  const points = [...password].map((character) => character.codePointAt(0) ?? 0);
  return points.filter((point, index) => {
    const before = points[index - 1];
    return before === undefined || Math.abs(point - before) > 1;
  }).length;
}

function kinds(password: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s+-]/g, "");
}

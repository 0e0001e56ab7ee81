/** A login is a phone number or an e-mail address. The server keeps phones in E.164; people type and read them in groups. */

export type LoginKind = "phone" | "email";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[0-9]{6,15}$/;

export function loginKind(text: string): LoginKind | null {
  const login = text.trim();
  if (EMAIL.test(login) && login.length <= 254) return "email";
  return PHONE.test(login.replace(/[\s()-]/g, "")) ? "phone" : null;
}

/** "+8613800138000" → "+86 138 0013 8000"; anything not mainland Chinese is shown as it is stored. */
export function phoneText(phone: string): string {
  const match = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(phone);
  return match ? `+86 ${match[1]} ${match[2]} ${match[3]}` : phone;
}

/** As the server takes it: an origin and nothing more. */
const SITE = /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$/;

/** The site somebody means: "Shop.example.com/kontakt" is "https://shop.example.com". Null: none. */
export function originOf(text: string): string | null {
  const clean = text.trim().toLowerCase();
  if (clean === "") return null;
  try {
    const { origin } = new URL(clean.includes("://") ? clean : `https://${clean}`);
    return SITE.test(origin) ? origin : null;
  } catch {
    return null;
  }
}

export interface WidgetLook {
  code: string;
  label: string;
  left: boolean;
  colour: string;
  state: string;
}

export const BRAND = "#0e7c7b";

const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The tag that holds the chat on a foreign page. */
export function scriptTag(server: string, { code, label, left, colour, state }: WidgetLook): string {
  const more = [
    label.trim() !== "" && `data-label="${quoted(label.trim())}"`,
    left && 'data-side="left"',
    colour.toLowerCase() !== BRAND && `data-colour="${quoted(colour)}"`,
    state.trim() !== "" && `data-state="${quoted(state.trim())}"`,
  ].filter((each) => each !== false);
  return `<script src="${server}/widget.js" data-code="${quoted(code)}"${more.map((each) => ` ${each}`).join("")} async></script>`;
}

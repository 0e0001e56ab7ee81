/** What the address of the page says. */
export interface Place {
  code: string;
  /** The code leads into a group, not to people. */
  group: boolean;
  /** Goes with a new chat, so that the company sees where it came from. */
  state: string | null;
  embedded: boolean;
  /** The conversation that a mail or a push was about. */
  thread: number | null;
}

const MOST_STATE = 30;

export function placeOf(address: Pick<URL, "pathname" | "search">): Place {
  const [, kind, code = ""] = address.pathname.split("/");
  const search = new URLSearchParams(address.search);
  const state = search.get("state");
  return {
    code: decode(code),
    group: kind === "g",
    state: state ? [...state].slice(0, MOST_STATE).join("") : null,
    embedded: search.get("embed") === "1",
    thread: Number(search.get("thread")) || null,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { randomKey } from "@/lib/keys";
import { guestApi } from "./guest-api";
import { tell } from "./store";
import { currentLocale, troubleText, wordsOf } from "./words";

let asked: { product: number; key: string } | null = null;

/** What the customer wants to know about once there is a thread to ask in; null takes it back. */
export function askLater(product: number | null) {
  asked = product === null ? null : { product, key: randomKey() };
}

export async function askIn(conversationId: number) {
  if (!asked) return;
  const { product, key } = asked;
  asked = null;
  try {
    await guestApi.post(`/api/visit/products/${product}/asks`, { conversationId, key });
  } catch (error) {
    tell(troubleText(wordsOf(currentLocale()), error));
  }
}

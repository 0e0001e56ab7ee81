import { randomKey } from "@/lib/keys";
import { guestApi } from "./guest-api";
import { tell } from "./store";
import { currentLocale, troubleText, wordsOf } from "./words";

let asked: { product: number; key: string } | null = null;

/** What the customer wants to know about once there is a thread to ask in; null takes it back. */
export function askLater(product: number | null) {
  asked = product === null ? null : { product, key: randomKey() };
}

/** Whether it was asked; a refusal has been told. */
export async function askIn(conversationId: number): Promise<boolean> {
  if (!asked) return false;
  const { product, key } = asked;
  asked = null;
  try {
    await guestApi.post(`/api/visit/products/${product}/asks`, { conversationId, key });
    return true;
  } catch (error) {
    tell(troubleText(wordsOf(currentLocale()), error));
    return false;
  }
}

/**
 * Where things open that other features show: an approval in a DING, a new DING to a person in a chat. Features do not know each
 * other; the app, which has the routes, says it once for each kind, as in `setAddress("APPROVAL", (id) => `/approvals/${id}`)`.
 */
export type Opens = "APPROVAL" | "REPORT" | "DING_TO" | "GROUP_OF";

const addresses = new Map<Opens, (id: number) => string>();

export function setAddress(kind: Opens, address: (id: number) => string): void {
  addresses.set(kind, address);
}

/** Null where no page opens this kind. */
export function addressOf(kind: Opens, id: number): string | null {
  return addresses.get(kind)?.(id) ?? null;
}

/**
 * Where things that other features show open. Features do not know each other: the app, which has the routes, says it once for each
 * kind, as in `setAddress("APPROVAL", (id) => `/approvals/${id}`)`.
 */
const addresses = new Map<string, (id: number) => string>();

export function setAddress(kind: string, address: (id: number) => string): void {
  addresses.set(kind, address);
}

/** Null where no page opens this kind. */
export function addressOf(kind: string, id: number): string | null {
  return addresses.get(kind)?.(id) ?? null;
}

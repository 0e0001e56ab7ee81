/** Pages behind the list of customers, by what they are for. */
const PLACES = {
  customers: ["groups", "moments", "mass", "ways", "arrivals", "card", "duplicates"],
  library: ["products", "materials", "replies", "tags"],
  service: ["waiting", "tasks", "statistics", "handovers"],
  rules: ["guard"],
} as const;
const ADMIN_CUSTOMERS = [...PLACES.customers, "import"] as const;
const ADMIN_RULES = [
  ...PLACES.rules,
  "tag-rules",
  "privacy",
  "exports",
  "settings",
  "company",
  "site",
  "farewells",
] as const;

export type Part = keyof typeof PLACES;
export type Place = (typeof PLACES)[Part][number] | (typeof ADMIN_CUSTOMERS | typeof ADMIN_RULES)[number];

/** Where each stands that this person may open. */
export function placesFor(admin: boolean): { part: Part; places: readonly Place[] }[] {
  return [
    { part: "customers", places: admin ? ADMIN_CUSTOMERS : PLACES.customers },
    { part: "library", places: PLACES.library },
    { part: "service", places: PLACES.service },
    { part: "rules", places: admin ? ADMIN_RULES : PLACES.rules },
  ];
}

export const addressOf = (place: Place) => (place === "handovers" ? "/handovers" : `/customers/${place}`);

import type { Member } from "@/api/types";
import type { MemberBody } from "./use-members";

export interface PlaceValues {
  id?: number | null;
  title?: string;
  leader?: boolean;
}

/** What the form holds: the main department is one number, so that exactly one can be chosen. */
export interface MemberValues {
  name: string;
  alias?: string;
  number?: string;
  phone?: string;
  email?: string;
  title?: string;
  workPlace?: string;
  places: PlaceValues[];
  /** Index of the main department in `places`. */
  main: number;
}

export function valuesOf(member: Member | null): MemberValues {
  if (!member) return { name: "", places: [{}], main: 0 };
  const places = member.departments.map(({ id, title, leader }) => ({ id, title: title ?? "", leader }));
  return {
    name: member.name,
    alias: member.alias ?? "",
    number: member.number ?? "",
    phone: member.phone ?? "",
    email: member.email ?? "",
    title: member.title ?? "",
    workPlace: member.workPlace ?? "",
    places,
    main: Math.max(
      0,
      member.departments.findIndex((department) => department.main),
    ),
  };
}

/** Empty rows are dropped; of a department chosen twice the first row counts; somebody is always at home somewhere. */
export function bodyOf(values: MemberValues): MemberBody {
  const text = (value: string | undefined) => value?.trim() ?? "";
  const rows = values.places
    .map((place, index) => ({ ...place, main: index === values.main }))
    .filter((place): place is typeof place & { id: number } => typeof place.id === "number")
    .filter((place, index, all) => all.findIndex((other) => other.id === place.id) === index);
  const hasMain = rows.some((row) => row.main);
  return {
    name: text(values.name),
    alias: text(values.alias),
    number: text(values.number),
    phone: text(values.phone) || null,
    email: text(values.email) || null,
    title: text(values.title),
    workPlace: text(values.workPlace),
    departments: rows.map((row, index) => ({
      id: row.id,
      title: text(row.title) || null,
      leader: row.leader ?? false,
      main: hasMain ? row.main : index === 0,
    })),
  };
}

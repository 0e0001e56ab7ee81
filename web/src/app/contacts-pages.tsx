import { useParams, useSearch } from "@tanstack/react-router";
import { ContactsPage } from "@/features/contacts/contacts-page";

export function Contacts() {
  const { place } = useParams({ strict: false });
  const { member } = useSearch({ from: "/shell/contacts" });
  const id = Number(place);
  const shown = place === "groups" ? "groups" : Number.isSafeInteger(id) ? id : null;
  return <ContactsPage place={shown} member={member ?? null} />;
}

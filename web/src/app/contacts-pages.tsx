import { useParams, useSearch } from "@tanstack/react-router";
import { ContactsPage } from "@/features/contacts/contacts-page";
import { idOf } from "./id-of";

export function Contacts() {
  const { place } = useParams({ strict: false });
  const { member } = useSearch({ from: "/shell/contacts" });
  return <ContactsPage place={place === "groups" ? "groups" : idOf(place)} member={member ?? null} />;
}

import { ContactsOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { EmptyState } from "@/ui/empty-state";
import { ContactsNav } from "./contacts-nav";
import css from "./contacts-page.module.css";
import { DepartmentView } from "./department-view";
import { GroupsView } from "./groups-view";
import { MemberPanel } from "./member-panel";

/** What the address says: /contacts, /contacts/12, /contacts/groups, each with ?member=7. */
export interface ContactsPlace {
  place: number | "groups" | null;
  member: number | null;
}

/** The company's people: structure on the left, a department in the middle, one person on the right. */
export function ContactsPage({ place, member }: ContactsPlace) {
  const { t } = useText();
  const phone = usePhone();
  const navigate = useNavigate();
  const go = (next: Partial<ContactsPlace>) => {
    const to = { place, member: null, ...next };
    void navigate({
      to: to.place === null ? "/contacts" : "/contacts/$place",
      params: { place: String(to.place) },
      search: { member: to.member ?? undefined },
    });
  };
  const open = (id: number) => go({ member: id });
  return (
    <div className={css.page} data-phone={phone || undefined}>
      {(!phone || (place === null && member === null)) && (
        <ContactsNav place={place} onPlace={(next) => go({ place: next })} onMember={open} />
      )}
      {(!phone || (place !== null && member === null)) && (
        <section className={css.main}>
          {place === null && (
            <EmptyState icon={<ContactsOutlined />} title={t("contacts.choose")} text={t("contacts.chooseText")} />
          )}
          {place === "groups" && <GroupsView onBack={phone ? () => go({ place: null }) : undefined} />}
          {typeof place === "number" && (
            <DepartmentView
              key={place}
              id={place}
              chosen={member}
              onDepartment={(id) => go({ place: id })}
              onMember={open}
              onBack={phone ? () => go({ place: null }) : undefined}
            />
          )}
        </section>
      )}
      {member !== null && <MemberPanel key={member} id={member} onClose={() => go({ member: null })} />}
    </div>
  );
}

import { useSession } from "@/api/session";
import { Avatar } from "@/ui/avatar";
import css from "./settings-page.module.css";

/** Who I am and where: the top of the phone's "Me" tab. */
export function MeCard() {
  const { member, org } = useSession();
  return (
    <header className={css.me}>
      <Avatar person={member} size={60} />
      <div>
        <h1 className={css.meName}>{member.name}</h1>
        <p className={css.small}>{[member.title, org.name].filter(Boolean).join(" · ")}</p>
      </div>
    </header>
  );
}

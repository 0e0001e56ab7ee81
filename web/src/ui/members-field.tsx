import { usePeople } from "@/api/people";
import { PersonPicker } from "./person-picker";

interface Props {
  label: string;
  ids: number[];
  single?: boolean;
  onChange: (ids: number[]) => void;
}

/** Chosen members by id; their names are known to the caller (`useNames`). */
export function MembersField({ label, ids, single, onChange }: Props) {
  const cards = usePeople((store) => store.cards);
  return (
    <PersonPicker
      aria-label={label}
      single={single}
      known={ids.flatMap((id) => cards[id] ?? [])}
      value={ids}
      onChange={onChange}
    />
  );
}

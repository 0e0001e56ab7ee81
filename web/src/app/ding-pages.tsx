import { useParams, useSearch } from "@tanstack/react-router";
import { ComposePage } from "@/features/ding/compose-page";
import { DingsPage } from "@/features/ding/dings-page";

export function Dings() {
  const { box } = useSearch({ from: "/shell/dings" });
  const { dingId } = useParams({ strict: false });
  const id = Number(dingId);
  return <DingsPage box={box ?? "WAITING"} id={dingId !== undefined && Number.isSafeInteger(id) ? id : null} />;
}

export function NewDing() {
  const source = useSearch({ from: "/shell/dings/new" });
  return <ComposePage source={source} />;
}

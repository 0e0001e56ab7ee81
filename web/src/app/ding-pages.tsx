import { useParams, useSearch } from "@tanstack/react-router";
import { ComposePage } from "@/features/ding/compose-page";
import { DingsPage } from "@/features/ding/dings-page";
import { idOf } from "./id-of";

export function Dings() {
  const { box } = useSearch({ from: "/shell/dings" });
  const { dingId } = useParams({ strict: false });
  return <DingsPage box={box ?? "WAITING"} id={idOf(dingId)} />;
}

export function NewDing() {
  const source = useSearch({ from: "/shell/dings/new" });
  return <ComposePage source={source} />;
}

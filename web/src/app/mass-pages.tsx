import { useParams, useSearch } from "@tanstack/react-router";
import { ComposePage } from "@/features/customer-mass/compose-page";
import { MassDetail } from "@/features/customer-mass/mass-detail";
import { MassPage } from "@/features/customer-mass/mass-page";
import { idOf } from "./id-of";

export function Masses() {
  const { tab } = useSearch({ from: "/shell/area/customers/mass" });
  return <MassPage tab={tab ?? "mine"} />;
}

export function NewMass() {
  const source = useSearch({ from: "/shell/area/customers/mass/new" });
  return <ComposePage source={source} />;
}

export function OneMass() {
  const { massId } = useParams({ from: "/shell/area/customers/mass/$massId" });
  return <MassDetail key={massId} id={idOf(massId) ?? 0} />;
}

import { queryOptions } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import type {
  Material,
  MaterialBody,
  MaterialFolder,
  MaterialKind,
  MaterialScope,
  MaterialSend,
} from "@/api/material-types";
import { useChangeBelow } from "@/api/use-change";
import { randomKey } from "@/lib/keys";

export const KINDS: MaterialKind[] = ["TEXT", "PICTURE", "FILE", "LINK", "ARTICLE"];
export const materialsKey = ["materials"] as const;

export interface MaterialView {
  scope: MaterialScope;
  folder: number | null;
  kind: MaterialKind | null;
  q: string;
}

export const FIRST_VIEW: MaterialView = { scope: "COMPANY", folder: null, kind: null, q: "" };

export const materialsQuery = ({ scope, folder, kind, q }: MaterialView) =>
  endless<Material>([...materialsKey, "list", scope, folder, kind, q], `/api/material-lists/${scope}`, {
    folder: folder ?? undefined,
    kind: kind ?? undefined,
    q: q === "" ? undefined : q,
  });

export const materialQuery = (id: number) =>
  queryOptions({
    queryKey: [...materialsKey, "one", id],
    queryFn: () => api.get<Material>(`/api/materials/${id}`),
    retry: false,
  });

export const foldersQuery = queryOptions({
  queryKey: [...materialsKey, "folders"],
  queryFn: () => api.get<MaterialFolder[]>("/api/material-folders"),
  staleTime: 60_000,
});

export const sendQuery = (id: number) =>
  queryOptions({
    queryKey: [...materialsKey, "send", id],
    queryFn: () => api.get<MaterialSend>(`/api/material-sends/${id}`),
    retry: false,
  });

export const sendsQuery = (material: number) =>
  endless<MaterialSend>([...materialsKey, "sends", material], `/api/materials/${material}/sends`);

/** One change of the library; everything about it is looked at again. */
export const useMaterialChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) =>
  useChangeBelow(materialsKey, change);

export const useSaveMaterial = (id: number | null) =>
  useMaterialChange((body: MaterialBody) =>
    id === null ? api.post<Material>("/api/materials", body) : api.put<Material>(`/api/materials/${id}`, body),
  );

export const useSendMaterial = (conversationId: number) =>
  useMaterialChange((id: number) =>
    api.post<MaterialSend>(`/api/materials/${id}/sends`, { conversationId, key: randomKey() }),
  );

export const useTextUsed = () => useMaterialChange((id: number) => api.post(`/api/materials/${id}/uses`));

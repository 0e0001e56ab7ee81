import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { CustomerImport, CustomerImportKnown, CustomerImportRow, CustomerRowState } from "@/api/crm-types";
import { endless } from "@/api/directory";
import { api } from "@/api/http";

const PATH = "/api/admin/customer-imports";
const POLL = 800;

export const importsKey = ["customer-imports"] as const;

export const importsQuery = endless<CustomerImport>([...importsKey, "list"], PATH);

export const importQuery = (id: number) =>
  queryOptions({
    queryKey: [...importsKey, "one", id],
    queryFn: () => api.get<CustomerImport>(`${PATH}/${id}`),
    refetchInterval: ({ state }) => (state.data?.state === "RUNNING" ? POLL : false),
    refetchIntervalInBackground: true,
    staleTime: 0,
    retry: false,
  });

/** @param job rows are looked at again when its state changes */
export const rowsQuery = ({ id, state: jobState }: CustomerImport, state: CustomerRowState | null) =>
  endless<CustomerImportRow>([...importsKey, "rows", id, jobState, state], `${PATH}/${id}/rows`, {
    state: state ?? undefined,
    limit: 100,
  });

function useStep<T>(id: number, run: (input: T) => Promise<CustomerImport>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (after) => {
      cache.setQueryData(importQuery(id).queryKey, after);
      return cache.invalidateQueries({ queryKey: importsKey });
    },
  });
}

export const useStart = (id: number) =>
  useStep(id, (known: CustomerImportKnown) => api.post<CustomerImport>(`${PATH}/${id}/start`, { known }));

export const useCancel = (id: number) => useStep(id, () => api.post<CustomerImport>(`${PATH}/${id}/cancel`));

export const templateHref = `${PATH}/template.xlsx`;
export const resultHref = (id: number) => `${PATH}/${id}/result.xlsx`;
export const uploadPath = (member: number | null) => (member === null ? PATH : `${PATH}?member=${member}`);

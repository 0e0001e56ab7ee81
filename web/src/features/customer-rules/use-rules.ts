import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { TagRule, TagRuleBody } from "@/api/crm-types";
import type { CustomerTags } from "@/api/customer-types";
import { api } from "@/api/http";

const PATH = "/api/admin/customer-tag-rules";
const rulesKey = ["customer-tag-rules"] as const;

export const rulesQuery = queryOptions({ queryKey: rulesKey, queryFn: () => api.get<TagRule[]>(PATH) });

export const companyTagsQuery = queryOptions({
  queryKey: [...rulesKey, "tags"],
  queryFn: () => api.get<CustomerTags>("/api/customer-tags"),
});

function useChange<T>(run: (input: T) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => cache.invalidateQueries({ queryKey: rulesKey }) });
}

/** @param id null: a new one */
export const useSaveRule = (id: number | null) =>
  useChange((body: TagRuleBody) => (id === null ? api.post(PATH, body) : api.put(`${PATH}/${id}`, body)));

export const useDeleteRule = () => useChange((id: number) => api.delete(`${PATH}/${id}`));

/** As it is, to be changed a little. */
export function bodyOf({ name, kind, words, days, tags, takeBack, active, version }: TagRule): TagRuleBody {
  return { name, kind, words, days, tags: tags.map(({ id }) => id), takeBack, active, version };
}

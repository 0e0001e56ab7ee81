import type { Field } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { applicantSubjects, fieldSubjects } from "@/ui/forms/designer/subjects";
import { usePart } from "@/ui/forms/designer/use-part";

/** What conditions of a route may ask for: the form, and the applicant. */
export function useSubjects(fields: readonly Field[]) {
  const { t } = useText();
  const part = usePart();
  return [...fieldSubjects(fields, part), ...applicantSubjects((fact) => t(`approvalDesign.applicant.${fact}`))];
}

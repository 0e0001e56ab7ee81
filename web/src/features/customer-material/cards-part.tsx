import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Radio } from "antd";
import { useMemo } from "react";
import { api } from "@/api/http";
import type { CompanyShowcase, OwnShowcase, ShowcaseMode } from "@/api/material-types";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./material.module.css";
import { ProductsField } from "./products-field";
import { companyShowcaseQuery, ownShowcaseQuery, useProductChange } from "./use-products";

/** What stands on business cards: on one's own, and for administrators on the company's. */
export function CardsPart() {
  const { t } = useText();
  const admin = isAdmin(useSession().grants);
  const own = useQuery(ownShowcaseQuery);
  const company = useQuery({ ...companyShowcaseQuery, enabled: admin });
  return (
    <div className={css.parts}>
      <ProblemNote problem={own.error} />
      {own.isPending && <RowSkeletons count={4} label={t("material.loading")} />}
      {admin && company.data && <CompanyForm showcase={company.data} />}
      {own.data && <OwnForm showcase={own.data} />}
    </div>
  );
}

interface ChoiceProps {
  modes: readonly ShowcaseMode[];
  mode: ShowcaseMode;
  products: number[];
  label: string;
  disabled?: boolean;
  onMode: (mode: ShowcaseMode) => void;
  onProducts: (products: number[]) => void;
}

function Choice({ modes, mode, products, label, disabled = false, onMode, onProducts }: ChoiceProps) {
  const { t } = useText();
  return (
    <>
      <Radio.Group
        className={css.radios}
        aria-label={label}
        disabled={disabled}
        value={mode}
        onChange={({ target }) => onMode(target.value as ShowcaseMode)}
        options={modes.map((value) => ({ value, label: t(`material.cards.modes.${value}`) }))}
      />
      {mode === "CHOSEN" && <ProductsField products={products} disabled={disabled} onChange={onProducts} />}
    </>
  );
}

function CompanyForm({ showcase }: { showcase: CompanyShowcase }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { draft, setDraft, dirty, keep } = useDraft(showcase);
  const save = useProductChange((body: CompanyShowcase) => api.put("/api/product-showcases/company", body));
  return (
    <section className={css.part} aria-labelledby="cards-company">
      <h2 id="cards-company" className={css.heading}>
        {t("material.cards.company")}
      </h2>
      <Choice
        modes={["NONE", "CHOSEN", "ALL"]}
        mode={draft.mode}
        products={draft.products}
        label={t("material.cards.company")}
        onMode={(mode) => setDraft({ ...draft, mode })}
        onProducts={(products) => setDraft({ ...draft, products })}
      />
      <Checkbox checked={draft.mayChoose} onChange={({ target }) => setDraft({ ...draft, mayChoose: target.checked })}>
        {t("material.cards.mayChoose")}
      </Checkbox>
      <LeaveGuard dirty={dirty && !save.isPending} />
      <ProblemNote problem={save.error} />
      <Button
        type="primary"
        loading={save.isPending}
        onClick={() =>
          follow(save.mutateAsync(draft), {
            onSuccess: () => {
              keep(draft);
              void message.success(t("material.saved"));
            },
          })
        }
      >
        {t("material.save")}
      </Button>
    </section>
  );
}

function OwnForm({ showcase }: { showcase: OwnShowcase }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { mode, products } = showcase;
  const { draft, setDraft, dirty, keep } = useDraft(useMemo(() => ({ mode, products }), [mode, products]));
  const save = useProductChange((body: { mode: ShowcaseMode; products: number[] }) =>
    api.put("/api/product-showcases/mine", body),
  );
  const fixed = !showcase.company.mayChoose;
  return (
    <section className={css.part} aria-labelledby="cards-own">
      <h2 id="cards-own" className={css.heading}>
        {t("material.cards.own")}
      </h2>
      {fixed && <p className={css.small}>{t("material.cards.fixed")}</p>}
      <Choice
        modes={["COMPANY", "NONE", "CHOSEN", "ALL"]}
        mode={draft.mode}
        products={draft.products}
        label={t("material.cards.own")}
        disabled={fixed}
        onMode={(next) => setDraft({ ...draft, mode: next })}
        onProducts={(next) => setDraft({ ...draft, products: next })}
      />
      <LeaveGuard dirty={dirty && !save.isPending} />
      <ProblemNote problem={save.error} />
      <Button
        type="primary"
        disabled={fixed}
        loading={save.isPending}
        onClick={() =>
          follow(save.mutateAsync(draft), {
            onSuccess: () => {
              keep(draft);
              void message.success(t("material.saved"));
            },
          })
        }
      >
        {t("material.cards.saveOwn")}
      </Button>
    </section>
  );
}

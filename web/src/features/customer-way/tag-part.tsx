import { ExportOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Input, Radio, Select } from "antd";
import { useId, useState } from "react";
import { useText } from "@/lib/i18n";
import { CopyButton } from "@/ui/copy-button";
import { ProblemNote } from "@/ui/problem-note";
import { BRAND, scriptTag, type WidgetLook } from "./site-rule";
import { myCardQuery, waysQuery } from "./use-ways";
import css from "./way.module.css";

/** The tag to be copied into a page, for one of the codes. */
export function TagPart() {
  const { t } = useText();
  const id = useId();
  const pages = useInfiniteQuery(waysQuery);
  const card = useQuery({ ...myCardQuery, retry: false });
  const own = card.data?.code ?? null;
  const codes = [
    ...(pages.data?.pages.flatMap((page) => page.items) ?? [])
      .filter(({ over }) => !over)
      .map(({ code, title }) => ({ value: code, label: title })),
    ...(own === null ? [] : [{ value: own, label: t("way.site.ownCard") }]),
  ];
  const [chosen, setChosen] = useState<Partial<WidgetLook>>({});
  const look: WidgetLook = {
    code: codes[0]?.value ?? "",
    label: "",
    left: false,
    colour: BRAND,
    state: "",
    ...chosen,
  };
  const change = (changes: Partial<WidgetLook>) => setChosen((before) => ({ ...before, ...changes }));
  const tag = scriptTag(window.location.origin, look);
  return (
    <section className={css.card} aria-label={t("way.site.tag")}>
      <h2 className={css.title}>{t("way.site.tag")}</h2>
      <p className={css.small}>{t("way.site.tagHelp")}</p>
      <div className={css.field}>
        <label htmlFor={`${id}-code`}>{t("way.site.code")}</label>
        <Select<string>
          id={`${id}-code`}
          showSearch={{ optionFilterProp: "label" }}
          value={look.code || undefined}
          options={codes}
          onChange={(code) => change({ code })}
          onPopupScroll={() => pages.hasNextPage && !pages.isFetching && void pages.fetchNextPage()}
        />
      </div>
      <div className={css.pair}>
        {(["label", "state"] as const).map((name) => (
          <div key={name} className={css.field}>
            <label htmlFor={`${id}-${name}`}>{t(`way.site.${name}`)}</label>
            <Input
              id={`${id}-${name}`}
              maxLength={30}
              value={look[name]}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          </div>
        ))}
      </div>
      <div className={css.line}>
        <Radio.Group
          aria-label={t("way.site.side")}
          value={look.left}
          options={[
            { value: false, label: t("way.site.right") },
            { value: true, label: t("way.site.left") },
          ]}
          onChange={({ target }) => change({ left: target.value })}
        />
        <label htmlFor={`${id}-colour`}>{t("way.site.colour")}</label>
        <Input
          id={`${id}-colour`}
          type="color"
          className={css.colour}
          value={look.colour}
          onChange={({ target }) => change({ colour: target.value })}
        />
      </div>
      <pre className={css.code}>
        <code>{tag}</code>
      </pre>
      <ProblemNote problem={pages.error} />
      <div className={css.bar}>
        <CopyButton text={tag} label={t("way.site.copy")} />
        <Button icon={<ExportOutlined />} href={`/v/${look.code}`} target="_blank" rel="noopener" disabled={!look.code}>
          {t("way.site.preview")}
        </Button>
      </div>
    </section>
  );
}

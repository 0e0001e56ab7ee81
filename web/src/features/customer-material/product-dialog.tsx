import { Form, Input, Modal, Select, Space, Switch } from "antd";
import { useState } from "react";
import type { Product } from "@/api/material-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { amountOf, minorOf } from "@/lib/money";
import { FormProblem } from "@/ui/form-problem";
import { CURRENCIES } from "@/ui/forms/symbols";
import { PicturesField } from "./pictures-field";
import { pictureUrl } from "./product-picture";
import { useSaveProduct } from "./use-products";

const PICTURES_MAX = 9;
const FIELDS = {
  "product.number_taken": "number",
  "product.bad_link": "link",
  "product.bad_price": "amount",
} as const;

interface Values {
  name: string;
  number: string;
  amount: string;
  currency: string;
  description: string;
  link: string;
  onSale: boolean;
}

function valuesOf(product: Product | null): Values {
  const price = product?.price ?? null;
  return {
    name: product?.name ?? "",
    number: product?.number ?? "",
    amount: price ? amountOf(price.minor, price.currency) : "",
    currency: price?.currency ?? "CNY",
    description: product?.description ?? "",
    link: product?.link ?? "",
    onSale: product?.onSale ?? true,
  };
}

/** A new product, or one that is changed. */
export function ProductDialog({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const { t } = useText();
  const [form] = Form.useForm<Values>();
  const [pictures, setPictures] = useState(() =>
    (product?.pictures ?? []).map((file) => ({ file, src: pictureUrl(product?.id ?? 0, file.id) })),
  );
  const [sending, setSending] = useState(false);
  const save = useSaveProduct(product?.id ?? null);
  const submit = ({ amount, currency, ...values }: Values) => {
    const minor = amount.trim() === "" ? null : minorOf(amount, currency);
    follow(
      save.mutateAsync({
        ...values,
        price: minor === null ? null : { minor, currency },
        pictures: pictures.map(({ file }) => file.id),
        version: product?.version ?? null,
      }),
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      open
      title={product ? t("material.products.edit") : t("material.products.new")}
      okText={t("material.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={valuesOf(product)} onFinish={submit}>
        <Form.Item
          name="name"
          label={t("material.products.name")}
          rules={[{ required: true, whitespace: true, message: t("material.nameNeeded") }]}
        >
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item label={t("material.products.pictures")}>
          <PicturesField
            label={t("material.products.pictures")}
            pictures={pictures}
            max={PICTURES_MAX}
            onChange={setPictures}
            onSending={setSending}
          />
        </Form.Item>
        <PriceFields />
        <Form.Item name="number" label={t("material.products.number")}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="description" label={t("material.products.description")}>
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
        <Form.Item name="link" label={t("material.products.link")}>
          <Input maxLength={500} inputMode="url" placeholder="https://" />
        </Form.Item>
        <Form.Item name="onSale" label={t("material.products.shown")} valuePropName="checked">
          <Switch />
        </Form.Item>
        <FormProblem error={save.error} fields={FIELDS} />
      </Form>
    </Modal>
  );
}

function PriceFields() {
  const { t } = useText();
  return (
    <Form.Item label={t("material.products.price")} htmlFor="amount" extra={t("material.products.priceHelp")}>
      <Space.Compact block>
        <Form.Item name="currency" noStyle>
          <Select
            aria-label={t("material.products.currency")}
            options={CURRENCIES.map((value) => ({ value, label: value }))}
            style={{ width: 96 }}
          />
        </Form.Item>
        <Form.Item
          name="amount"
          noStyle
          dependencies={["currency"]}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, typed: string) =>
                typed.trim() === "" || minorOf(typed, getFieldValue("currency")) !== null
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("material.products.badPrice"))),
            }),
          ]}
        >
          <Input id="amount" inputMode="decimal" maxLength={20} />
        </Form.Item>
      </Space.Compact>
    </Form.Item>
  );
}

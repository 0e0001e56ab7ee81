import {
  AlignLeftOutlined,
  ApartmentOutlined,
  BarcodeOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  ContactsOutlined,
  EditOutlined,
  EnvironmentOutlined,
  FieldNumberOutlined,
  FileTextOutlined,
  FontSizeOutlined,
  HighlightOutlined,
  IdcardOutlined,
  LinkOutlined,
  PaperClipOutlined,
  PhoneOutlined,
  PictureOutlined,
  StarOutlined,
  SwapOutlined,
  TableOutlined,
  TransactionOutlined,
  UserOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { FieldKind } from "@/api/form-types";

const ICONS: Record<FieldKind, ReactNode> = {
  TEXT: <FontSizeOutlined />,
  LONG_TEXT: <AlignLeftOutlined />,
  NUMBER: <FieldNumberOutlined />,
  AMOUNT: <TransactionOutlined />,
  CHOICE: <CheckCircleOutlined />,
  CHOICES: <CheckSquareOutlined />,
  DATE: <CalendarOutlined />,
  DATE_RANGE: <SwapOutlined />,
  MEMBER: <UserOutlined />,
  DEPARTMENT: <ApartmentOutlined />,
  PHONE: <PhoneOutlined />,
  ID_NUMBER: <IdcardOutlined />,
  ATTACHMENT: <PaperClipOutlined />,
  PHOTO: <PictureOutlined />,
  TABLE: <TableOutlined />,
  NOTE: <FileTextOutlined />,
  FORMULA: <CalculatorOutlined />,
  APPROVAL: <LinkOutlined />,
  LOCATION: <EnvironmentOutlined />,
  RATING: <StarOutlined />,
  SIGNATURE: <HighlightOutlined />,
  SERIAL: <BarcodeOutlined />,
  EXTERNAL: <ContactsOutlined />,
};

export function FieldIcon({ kind }: { kind: FieldKind }) {
  return <span aria-hidden="true">{ICONS[kind] ?? <EditOutlined />}</span>;
}

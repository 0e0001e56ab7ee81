import { AppstoreOutlined, BellOutlined, MailOutlined, MessageOutlined, PhoneOutlined } from "@ant-design/icons";
import type { Way } from "@/api/ding-types";

const ICONS = {
  APP: AppstoreOutlined,
  PUSH: BellOutlined,
  EMAIL: MailOutlined,
  SMS: MessageOutlined,
  VOICE: PhoneOutlined,
};

export function WayIcon({ way }: { way: Way }) {
  const Icon = ICONS[way];
  return <Icon aria-hidden="true" />;
}

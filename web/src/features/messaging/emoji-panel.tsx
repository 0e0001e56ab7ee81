import { useText } from "@/lib/i18n";
import css from "./composer.module.css";

const GROUPS = [
  {
    name: "smileys",
    signs:
      "😀 😄 😁 😂 🤣 🙂 😉 😊 😍 😘 😋 😜 🤗 🤔 🤫 😐 😏 🙄 😬 😌 😴 🤧 😷 🤒 🥳 😎 🤓 😕 😟 😮 😲 🥺 😢 😭 😤 😡 😱 😰 😅 🤯",
  },
  { name: "gestures", signs: "👍 👎 👌 ✌️ 🤞 👏 🙌 🙏 🤝 💪 👀 👋 ✋ 👆 👇 👉 👈 ✊ 🫡 🫶 💐 🌹 ❤️ 💔" },
  { name: "things", signs: "🎉 🎊 🎁 🎂 ☕ 🍵 🍻 🍚 🔥 ⭐ ✅ ❌ ❗ ❓ 💡 📌 📎 📅 📈 📉 💰 🏆 🚀 🐛 ⏰ 🔒 ☀️ 🌧️ 🌙 🐶" },
] as const;

/** A small own set; the system's keyboard offers the rest. */
export function EmojiPanel({ onChoose }: { onChoose: (sign: string) => void }) {
  const { t } = useText();
  return (
    <div className={css.emojis}>
      {GROUPS.map((group) => (
        <section key={group.name} aria-label={t(`messaging.emoji.${group.name}`)}>
          <p className={css.emojiGroup}>{t(`messaging.emoji.${group.name}`)}</p>
          <div className={css.emojiGrid}>
            {group.signs.split(" ").map((sign) => (
              <button key={sign} type="button" className={css.emoji} onClick={() => onChoose(sign)}>
                {sign}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

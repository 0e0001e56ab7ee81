import { Component, type ReactNode, Suspense } from "react";
import type { CardSummary } from "@/api/types";
import { cardView } from "@/lib/card-views";
import { FrozenCard } from "@/ui/card-frame";

/** A card: as its module shows it now, or what it said when it was sent while that view is missing, loading or broken. */
export function CardContent({ card }: { card: CardSummary }) {
  const View = cardView(card.type);
  const frozen = <FrozenCard card={card} />;
  if (!View) return frozen;
  return (
    <Otherwise show={frozen}>
      <Suspense fallback={frozen}>
        <View card={card} />
      </Suspense>
    </Otherwise>
  );
}

/** One broken card must not take the conversation with it. */
class Otherwise extends Component<{ show: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.show : this.props.children;
  }
}

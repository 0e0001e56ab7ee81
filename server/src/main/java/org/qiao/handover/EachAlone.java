package org.qiao.handover;

import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.qiao.handover.HandOverRequests.PassOnResult;
import org.qiao.handover.HandOverRequests.PassOnResults;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Several customers, each in a transaction of its own: one that is refused does not keep the others. */
@Component
class EachAlone {

    private final TransactionTemplate transaction;

    EachAlone(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    long run(LongUnaryOperator work, long relationId) {
        return Objects.requireNonNull(transaction.execute(status -> work.applyAsLong(relationId)));
    }

    PassOnResults run(List<Long> relationIds, LongUnaryOperator work) {
        return new PassOnResults(relationIds.stream()
                .map(id -> {
                    try {
                        return new PassOnResult(run(work, id), null);
                    } catch (Problem refused) {
                        return new PassOnResult(null, refused.code());
                    }
                })
                .toList());
    }
}

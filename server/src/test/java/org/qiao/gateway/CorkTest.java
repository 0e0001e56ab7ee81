package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorkTest {

    private static final int SOCKETS = 10_000;

    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final List<Integer> written = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        loop.shutdownGracefully();
    }

    @Test
    void nothingIsWrittenBeforeTheBatchIsComplete() throws Exception {
        CountDownLatch all = new CountDownLatch(SOCKETS);

        Cork.during(() -> {
            deliver(all);
            assertThat(written).isEmpty();
        });
        all.await();

        assertThat(written).isEqualTo(IntStream.range(0, SOCKETS).boxed().toList());
    }

    @Test
    void aLargeBatchLetsOthersWriteInBetween() throws Exception {
        CountDownLatch all = new CountDownLatch(SOCKETS);

        Cork.during(() -> {
            Cork.schedule(loop, () -> loop.execute(() -> written.add(-1)));
            deliver(all);
        });
        all.await();

        assertThat(written.indexOf(-1)).isBetween(1, SOCKETS / 2);
    }

    @Test
    void aSocketThatFailsTakesNoOtherWithIt() throws Exception {
        CountDownLatch all = new CountDownLatch(SOCKETS);

        Cork.during(() -> {
            Cork.schedule(loop, () -> {
                throw new IllegalStateException("broken");
            });
            deliver(all);
        });
        all.await();

        assertThat(written).hasSize(SOCKETS);
    }

    private void deliver(CountDownLatch all) {
        for (int i = 0; i < SOCKETS; i++) {
            int number = i;
            Cork.schedule(loop, () -> {
                written.add(number);
                all.countDown();
            });
        }
    }
}

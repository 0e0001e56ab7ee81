package org.qiao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Each context starts on a data folder of its own; what ended processes left behind is removed. */
class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path ALL = Path.of("target", "test-data");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Files.createDirectories(ALL);
            removeOld();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        TestPropertyValues.of("qiao.data=" + ALL.resolve(name)).applyTo(context);
    }

    private static void removeOld() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(ALL)) {
            folders = all.filter(folder -> !isOfRunningProcess(folder)).toList();
        }
        for (Path folder : folders) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static boolean isOfRunningProcess(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("\\d+-\\d+")
                && ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))))
                        .isPresent();
    }
}

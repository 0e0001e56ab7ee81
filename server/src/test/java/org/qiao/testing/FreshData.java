package org.qiao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Each context starts on an empty data folder of its own process. */
class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            FileSystemUtils.deleteRecursively(Path.of(context.getEnvironment().getRequiredProperty("qiao.data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

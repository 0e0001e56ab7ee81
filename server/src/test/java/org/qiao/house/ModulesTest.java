package org.qiao.house;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.qiao.QiaoApplication;
import org.springframework.modulith.core.ApplicationModules;

/** Dependencies point one way: written in each package-info, held here. */
@Order(2)
class ModulesTest {

    @Test
    void modulesUseOnlyWhatTheirPackageInfoAllows() {
        ApplicationModules.of(QiaoApplication.class).verify();
    }
}

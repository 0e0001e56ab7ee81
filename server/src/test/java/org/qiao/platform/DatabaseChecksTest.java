package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.platform.DatabaseChecks.Durability;
import org.qiao.platform.DatabaseChecks.Facts;
import org.qiao.platform.DatabaseChecks.Role;

class DatabaseChecksTest {

    private static final Durability SAFE = new Durability("on", "on", "on", "on", "off");
    private static final Role ORDINARY = new Role("qiao", false, true);

    @Test
    void aSafeDatabaseIsAccepted() {
        assertThat(complaints(15, SAFE, "UTC", "UTF8", ORDINARY)).isEmpty();
        assertThat(complaints(18, new Durability("on", "on", "remote_apply", "on", "off"), "Etc/UTC", "UTF8", ORDINARY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "off, on,  on,           on,  off, fsync is off",
        "on,  off, on,           on,  off, full_page_writes is off",
        "on,  on,  off,          on,  off, synchronous_commit is off",
        "on,  on,  local,        on,  off, synchronous_commit is local",
        "on,  on,  remote_write, on,  off, synchronous_commit is remote_write",
        "on,  on,  on,           off, off, Data checksums are off",
        "on,  on,  on,           on,  on,  data_sync_retry is on",
    })
    void eachUnsafeSettingIsNamed(
            String fsync, String pages, String commit, String checksums, String retry, String complaint) {
        Durability unsafe = new Durability(fsync, pages, commit, checksums, retry);

        assertThat(complaints(18, unsafe, "UTC", "UTF8", ORDINARY))
                .singleElement()
                .asString()
                .startsWith(complaint);
    }

    @Test
    void versionZoneEncodingAndRoleAreNamedTogether() {
        assertThat(complaints(14, SAFE, "Asia/Shanghai", "SQL_ASCII", new Role("postgres", true, false)))
                .satisfiesExactly(
                        version -> assertThat(version).contains("PostgreSQL 14 is too old"),
                        zone -> assertThat(zone).contains("Asia/Shanghai"),
                        encoding -> assertThat(encoding).contains("SQL_ASCII"),
                        power -> assertThat(power).contains("postgres is a superuser"),
                        create -> assertThat(create).contains("may not create tables"));
    }

    private static List<String> complaints(
            int version, Durability durability, String zone, String encoding, Role role) {
        return DatabaseChecks.complaints(new Facts(version, durability, zone, encoding, role));
    }
}

package org.qiao.sample;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * For measurements on an empty, throw-away server.
 *
 * @param members how many people the company "Crowd" gets; 0 = there is none
 * @param tokens the file for "principal token" lines, the owner first; whoever reads it is everybody
 */
@Validated
@ConfigurationProperties("qiao.crowd")
record CrowdSettings(
        @Min(0) @Max(200_000) @DefaultValue("0") int members,
        @NotNull @DefaultValue("") String tokens) {}

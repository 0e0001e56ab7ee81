package org.qiao.customerprofile;

import jakarta.validation.Valid;
import org.qiao.customerprofile.ProfileSettings.ProfileSettingsRequest;
import org.qiao.customerprofile.ProfileSettings.ProfileSettingsView;
import org.qiao.customerprofile.ProfileViews.CustomerAttributesRequest;
import org.qiao.customerprofile.ProfileViews.CustomerProfileView;
import org.qiao.customerprofile.ProfileViews.CustomerStageRequest;
import org.qiao.platform.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProfileController {

    private final CustomerProfiles profiles;
    private final ProfileRules rules;

    ProfileController(CustomerProfiles profiles, ProfileRules rules) {
        this.profiles = profiles;
        this.rules = rules;
    }

    @GetMapping("/api/customer-profile-settings")
    ProfileSettingsView settings(Actor actor) {
        return rules.get(actor.orgId()).view();
    }

    @PutMapping("/api/admin/customer-profile-settings")
    ProfileSettingsView setSettings(Actor actor, @Valid @RequestBody ProfileSettingsRequest body) {
        return rules.set(actor, body).view();
    }

    @GetMapping("/api/customers/{id}/profile")
    CustomerProfileView profile(Actor actor, @PathVariable long id) {
        return profiles.get(actor, id);
    }

    @PutMapping("/api/customers/{id}/stage")
    CustomerProfileView setStage(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerStageRequest body) {
        return profiles.setStage(actor, id, body);
    }

    @PutMapping("/api/customers/{id}/attributes")
    CustomerProfileView setAttributes(
            Actor actor, @PathVariable long id, @Valid @RequestBody CustomerAttributesRequest body) {
        return profiles.setAttributes(actor, id, body);
    }
}

package org.qiao.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests that change departments. Names have at most 64 characters, as in both products. */
final class DepartmentRequest {

    static final int NAME_MAX = 64;
    static final int POSITION_MAX = 1_000_000_000;

    private DepartmentRequest() {}

    /** @param position null: behind its brothers */
    record CreateDepartment(
            @NotNull Long parentId,
            @NotBlank @Size(max = NAME_MAX) String name,
            @Min(0) @Max(POSITION_MAX) @Nullable Integer position) {}

    record ChangeDepartment(
            @NotBlank @Size(max = NAME_MAX) String name,
            @Nullable Long headId,
            @Min(0) @Max(POSITION_MAX) @Nullable Integer position) {}

    record MoveDepartment(
            @NotNull Long parentId,
            @Min(0) @Max(POSITION_MAX) @Nullable Integer position) {}
}

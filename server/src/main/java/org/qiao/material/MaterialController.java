package org.qiao.material;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Ticket;
import org.qiao.material.MaterialViews.MaterialFolderRequest;
import org.qiao.material.MaterialViews.MaterialFolderView;
import org.qiao.material.MaterialViews.MaterialRequest;
import org.qiao.material.MaterialViews.MaterialView;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MaterialController {

    private final Materials materials;
    private final MaterialFolders folders;

    MaterialController(Materials materials, MaterialFolders folders) {
        this.materials = materials;
        this.folders = folders;
    }

    @GetMapping("/api/material-lists/{scope}")
    Page<MaterialView> list(Actor actor, @PathVariable Materials.Scope scope, @Valid MaterialQuery query) {
        return materials.list(
                actor,
                scope,
                new Materials.Filter(query.folder(), query.kind(), query.q()),
                query.after(),
                query.limit());
    }

    /** What follows the question mark. */
    record MaterialQuery(
            @Nullable Long folder,
            @Nullable MaterialKind kind,
            @Nullable String q,
            @Nullable String after,
            @Nullable Integer limit) {}

    @PostMapping("/api/materials")
    @ResponseStatus(HttpStatus.CREATED)
    MaterialView create(Actor actor, @Valid @RequestBody MaterialRequest body) {
        return materials.create(actor, body);
    }

    @GetMapping("/api/materials/{id}")
    MaterialView get(Actor actor, @PathVariable long id) {
        return materials.get(actor, id);
    }

    @PutMapping("/api/materials/{id}")
    MaterialView change(Actor actor, @PathVariable long id, @Valid @RequestBody MaterialRequest body) {
        return materials.change(actor, id, body);
    }

    @DeleteMapping("/api/materials/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        materials.delete(actor, id);
    }

    @GetMapping(value = "/api/materials/{id}/picture", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> picture(Actor actor, @PathVariable long id) {
        return materials.picture(actor, id).answer();
    }

    @PostMapping("/api/materials/{id}/ticket")
    Ticket ticket(Actor actor, @PathVariable long id) {
        return materials.ticket(actor, id);
    }

    @PostMapping("/api/materials/{id}/uses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void used(Actor actor, @PathVariable long id) {
        materials.used(actor, id);
    }

    @GetMapping("/api/material-folders")
    List<MaterialFolderView> folders(Actor actor) {
        return folders.list(actor);
    }

    @PostMapping("/api/material-folders")
    @ResponseStatus(HttpStatus.CREATED)
    MaterialFolderView createFolder(Actor actor, @Valid @RequestBody MaterialFolderRequest body) {
        return folders.create(actor, body);
    }

    @PutMapping("/api/material-folders/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renameFolder(Actor actor, @PathVariable long id, @Valid @RequestBody MaterialFolderRequest body) {
        folders.rename(actor, id, body);
    }

    @DeleteMapping("/api/material-folders/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteFolder(Actor actor, @PathVariable long id) {
        folders.delete(actor, id);
    }
}

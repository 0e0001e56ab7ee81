package org.qiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Alarms, not taste: what rings here is a decision, made by adding a name to the list with its reason. */
class SizesTest {

    private static final int FILE_LINES = 500;
    private static final int METHOD_LINES = 60;
    private static final int PARAMETERS = 5;
    private static final int CONSTRUCTOR_PARAMETERS = 7;

    /** Methods and files that may be larger, each with its reason. */
    private static final Set<String> ALLOWED = Set.of();

    @Test
    void filesStayReadable() {
        List<String> large = new ArrayList<>();
        for (SourceFile file : allSources()) {
            if (file.lines().size() > FILE_LINES && !ALLOWED.contains(file.name())) {
                large.add(file + ": " + file.lines().size() + " lines");
            }
        }
        assertThat(large).isEmpty();
    }

    @Test
    void methodsStayShortAndTakeFewParameters() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> large = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<java.nio.file.Path> sources = SourceFile.under("server/src/main/java", ".java").stream()
                    .map(SourceFile::path)
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodSizes(unit, positions, large).scan(unit, null);
            }
        }
        assertThat(large).isEmpty();
    }

    private static List<SourceFile> allSources() {
        List<SourceFile> all = new ArrayList<>(SourceFile.under("server/src", ".java"));
        all.addAll(SourceFile.under("web/src", ".ts", ".tsx"));
        all.addAll(SourceFile.under("e2e", ".ts"));
        all.removeIf(file -> file.name().equals("schema.d.ts")); // generated
        return all;
    }

    private static final class MethodSizes extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> large;
        private boolean inRecord;

        MethodSizes(CompilationUnitTree unit, SourcePositions positions, List<String> large) {
            this.unit = unit;
            this.positions = positions;
            this.large = large;
        }

        /** A record is the cure for many parameters: its own constructor is not counted, only measured. */
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, nothing);
            inRecord = outer;
            return nothing;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap lines = unit.getLineMap();
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            String file = java.nio.file.Path.of(unit.getSourceFile().toUri())
                    .getFileName()
                    .toString();
            String name = file.replace(".java", "") + "." + method.getName();
            if (ALLOWED.contains(name) || start < 0 || end < 0) {
                return super.visitMethod(method, nothing);
            }
            long length = lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
            if (length > METHOD_LINES) {
                large.add(name + ": " + length + " lines");
            }
            boolean constructor = method.getName().contentEquals("<init>");
            int most = constructor ? CONSTRUCTOR_PARAMETERS : PARAMETERS;
            if (method.getParameters().size() > most && !isController(file) && !(constructor && inRecord)) {
                large.add(name + ": " + method.getParameters().size() + " parameters");
            }
            return super.visitMethod(method, nothing);
        }

        /** Controllers bind one parameter per part of the request. */
        private static boolean isController(String file) {
            return file.endsWith("Controller.java");
        }
    }
}

package dev.covet.processor.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D1: what of SQL is a parameter, and what is not. */
final class NamedSqlTest {
  /** The text with each parameter in brackets. */
  private static String marked(String sql) {
    return NamedSql.of(sql).parts().stream()
        .map(each ->
            switch (each) {
              case NamedSql.Part.Text(var text) -> text;
              case NamedSql.Part.Parameter(var name, var _) -> "[" + name + "]";
            })
        .collect(Collectors.joining());
  }

  @Test
  void parametersAreNamesBehindAColon() {
    assertThat(marked("select a from t where x=:x and y in (:y1) limit:n_2"))
        .isEqualTo("select a from t where x=[x] and y in ([y1]) limit[n_2]");
    assertThat(NamedSql.of("select :a, (:b), (:a)").parameters())
        .extracting(NamedSql.Part.Parameter::isAlone)
        .containsExactly(false, true, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select now()::timestamp, a::text",
        "select '12:30:00', 'it''s :x', '', ':x'",
        "select '\\', ':x'",
        "select E'it\\'s :x', e'it''s \\' :x'",
        "select \"a:b\", `tb:x`, \"say \"\":x\"\"\"",
        "select 1 -- oh no' :x\n, 2",
        "select 1 /* ' :x /* :y */ :z */, 2",
        "select 1 -- Comment\n'B :x'",
        "select $$ :x $$, $body$ it's :x $ $$ $body$",
        "select a[1:2], a ? 'key', a ?| array['b'], a @> '{\"x\": 1}'",
        "select make_interval(days := 10), a : b"
      })
  void whatIsQuotedOrACommentOrACastHasNoParameters(String sql) {
    var read = NamedSql.of(sql);

    assertThat(read.parameters()).isEmpty();
    assertThat(read.wrong()).isEmpty();
  }

  @Test
  void whatComesBehindThoseHasParametersAgain() {
    assertThat(marked("select 1 where -- oh no'\na = :a and d ->> 'type' = :b"))
        .endsWith("a = [a] and d ->> 'type' = [b]");
    assertThat(marked("select replace(a, '\\', '/') where b = :b and c = '/x'"))
        .endsWith("b = [b] and c = '/x'");
    assertThat(marked("select 1 where id = :id::uuid and a = ':a' || :a || $$:a$$"))
        .endsWith("id = [id]::uuid and a = ':a' || [a] || $$:a$$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "  -- all\n VALUES (1)",
        "with a as (select 1) select * from a",
        "(select 1) union (select 2)",
        "select replace(a, 'b', 'c'), last_update from t"
      })
  void whatReadsGivesRows(String sql) {
    var read = NamedSql.of(sql);

    assertThat(read.wrong()).isEmpty();
    assertThat(read.givesRows()).isTrue();
    assertThat(read.writes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t select 1",
        "update t set a = 1;",
        "with a as (select 1) delete from t",
        "replace into t values (1)"
      })
  void whatWritesGivesNone(String sql) {
    assertThat(NamedSql.of(sql).givesRows()).isFalse();
    assertThat(NamedSql.of(sql).writes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update t set a = 1 returning a",
        "with a as (insert into t values (1) returning x) select x from a",
        "select a from t for update skip locked",
        "select a from t for no key update"
      })
  void whatWritesOrLocksMayGiveRows(String sql) {
    assertThat(NamedSql.of(sql).givesRows()).isTrue();
    assertThat(NamedSql.of(sql).writes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " -- nothing\n",
        "begin",
        "drop table t",
        "pragma writable_schema = on",
        "select 1; delete from t",
        "select 'a",
        "select \"a",
        "select /* a",
        "select $a$ a $$",
        "select $1"
      })
  void whatIsNotOneStatementAboutRowsIsWrong(String sql) {
    assertThat(NamedSql.of(sql).wrong()).isPresent();
  }
}

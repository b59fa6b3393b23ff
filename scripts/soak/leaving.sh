# ./covet soak leaving: a thousand clients leave in the middle of a slow handler; half of the handlers are interrupted within 100 ms.

./mvnw -q verify -pl covet-core -am -Dtest=ThousandLeavingTest -Dsurefire.failIfNoSpecifiedTests=false -Dcovet.leaving.strict=true

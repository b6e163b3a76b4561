/* Words that ask rather than name something. They help to order pages but need not be on them. */

const ASKING = new Set(
  (
    "a an the to of in on for with and or is are was be do does did i my me you your we it its this that " +
    "these what which when where why how who should can could would need use used using vs versus between " +
    "difference example examples tutorial meaning get getting work works not no if but from by at as about " +
    "there than then have has into isn aren doesn don pick same different differ result results always part " +
    "help helps please learn read keep save high higher low lower good better best large small many much " +
    "multiple several custom own new instead without like make makes create find start change changes after " +
    "before very really just any some only most more less wrong right 방법 방식 법 왜 어떻게 무엇 뭐 언제 " +
    "어떤 이유 차이 차이점 사용법 예제 예시 설명 뜻 의미 정의 문제 항상 해야 때 것 수 좀 그 이 및 또는 그리고 " +
    "하는 할 위한 대한 기법 종류 처리 값 다를 결과 같은 다른 알고 배우기 때문에 경우 대신 더 안 잘 새 새로운 " +
    "여러 몇 개 좋은 가장 보기 명령 역할 실행 " +
    "found during while given because please being been cannot could"
  ).split(" "),
);

/* What a Korean question begins with, whatever follows: 뭐야, 무엇인가요, 얼마나. */
const QUESTION = /^(?:뭐|뭘|뭔|무엇|무슨|왜|어떻게|어떤|어느|어디|어딜|언제|얼마|몇|누구)/;
const asks = (word) => ASKING.has(word) || QUESTION.test(word);
